"""Messages in other languages: catalogs are complete, and nothing is left in English."""
