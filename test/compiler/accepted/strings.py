a = ['', "", '''''', """""", 'a', "b", r'\n', R"\x", b'x', B"y", rb'\x', bR'\d', Rb"", u'z', U"w"]
b = 'it''s' "a" 'b'
c = '\a\b\f\n\r\t\v\\\'\"\0\7\77\777\x41\u00e9\U0001f600'
d = b'\0\377\x41\'\n'
e = '''line one
line "two" 'three'
\
joined'''
f = "quote ' inside" 'quote " inside'
g = 'continued \
here'
h = '\ud800 lone \udfff'
i = ("a"
     "b"  # comment
     "c")
j = r'\'' r"\\"
k = "é" "日本語" "😀"
l = """a""b"c"""
m = rb'''\
x'''
