"""What people look at: reports in HTML and workbooks."""
