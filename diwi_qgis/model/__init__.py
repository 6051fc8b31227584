"""What a plan is: tables, columns, relations, code lists, amounts per year and plan codes. No QGIS, no Qt."""
