top_name = "deep's " + __name__
