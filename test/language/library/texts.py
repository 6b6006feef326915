import string
import textwrap

print(string.ascii_letters, string.digits, len(string.punctuation), string.capwords(' hello  world '), string.capwords('a-b', '-'))  # expect: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 32 Hello World A-B
t = string.Template('$who owes $$5 to ${whom}s$')
print(t.safe_substitute(who='I'), t.is_valid(), t.get_identifiers())  # expect: I owes $5 to ${whom}s$ False ['who', 'whom']
print(string.Template('$a ${b}').substitute({'a': 1, 'b': 2}, b=3))  # expect: 1 3
for text in ('$', 'a\n${x', '$x'):
    try:
        print(string.Template(text).substitute())
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)  # expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 2, col 1
# expect: KeyError 'x'

class Plain(string.Formatter):
    def get_value(self, key, args, kwargs):
        return '?' if key not in kwargs and isinstance(key, str) else super().get_value(key, args, kwargs)

print(Plain().format('{0:>4}{missing}{b!r:{w}}', 1, b='x', w=5))  # expect-json: "   1?'x'  "
text = 'The quick brown fox-terrier jumps over a supercalifragilistic dog -- twice.'
print(textwrap.wrap(text, 20))  # expect: ['The quick brown fox-', 'terrier jumps over a', 'supercalifragilistic', 'dog -- twice.']
print(textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  ', max_lines=2))  # expect: * The quick brown fox-terrier
# expect-json: "  jumps over a [...]"
print(textwrap.shorten('  hello   wide world ', 12), textwrap.shorten('hello world', 8, placeholder='..'))  # expect: hello [...] hello..
print(repr(textwrap.dedent('\n    a\n      b\n\n    c')), repr(textwrap.indent('a\n\nb', '> ')), repr(textwrap.indent('a\n\n', '> ', lambda line: True)))  # expect: '\na\n  b\n\nc' '> a\n\n> b' '> a\n> \n'
