from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode
import urllib.parse

print(quote('a b/c~ü&='), quote('a/b', safe=''), quote_plus('a b+c/ü'), quote(b'\x00\xff'))  # expect: a%20b/c~%C3%BC%26%3D a%2Fb a+b%2Bc%2F%C3%BC %00%FF
print(unquote('%C3%BC%20x%zz%4'), unquote_plus('a+b%2Bc'), unquote_to_bytes('%00%ffé'), unquote('plain'), unquote('%ff'))  # expect: ü x%zz%4 a b+c b'\x00\xff\xc3\xa9' plain �
print(urlencode({'name': 'Ada L', 'n': 3}), urlencode([('a', [1, 2]), ('b', 'x&y')], doseq=True), urlencode({'p': 'a b'}, quote_via=quote))  # expect: name=Ada+L&n=3 a=1&a=2&b=x%26y p=a%20b
print(parse_qs('a=1&a=2&b=%20x&c=&d'), parse_qs('c=&d', keep_blank_values=True), parse_qsl('q=a+b;c&z=1'))  # expect: {'a': ['1', '2'], 'b': [' x']} {'c': [''], 'd': ['']} [('q', 'a b;c'), ('z', '1')]
try:
    parse_qsl('a&b=1', strict_parsing=True)
except ValueError as e:
    print(e)  # expect: bad query field: 'a'
