"""What tables and lists of the window show: frozen rows, and models over them."""
