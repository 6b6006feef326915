

# only comments
   # and blanks

