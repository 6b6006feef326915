# Of CPython 3.11's html what makes a text safe between tags; the names of characters that unescape() needs would take 30 KB.


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s
