if x:
    pass
    # tail