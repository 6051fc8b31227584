"""Workbooks in DIWI's layout: template, import, marked copy, export."""
