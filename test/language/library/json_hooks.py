import io
import json

class Set(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)

print(json.dumps({'a': {3, 1}}, cls=Set), Set(indent=1).encode([{1}]), ''.join(json.JSONEncoder().iterencode([1, 'a'])))  # expect: {"a": [1, 3]} [
# expect-json: " ["
# expect-json: "  1"
# expect-json: " ]"
# expect: ] [1, "a"]
try:
    json.dumps([object], cls=Set)
except TypeError as e:
    print(e)  # expect: Object of type type is not JSON serializable
text = '{"a": 1, "b": [2.5, NaN, {"c": {}}]}'
print(json.loads(text, object_hook=lambda d: sorted(d)))  # expect: ['a', 'b']
print(json.loads(text, object_pairs_hook=tuple, parse_int=str, parse_float=lambda s: s + '!', parse_constant=lambda s: '<' + s + '>'))  # expect: (('a', '1'), ('b', ['2.5!', '<NaN>', (('c', ()),)]))
print(json.loads(b'\xef\xbb\xbf[1]'), json.loads('[1]', cls=json.JSONDecoder), json.JSONDecoder().raw_decode('\u00e9 [1] x', 2))  # expect: [1] [1] ([1], 5)
f = io.StringIO()
json.dump({'k': [1, None]}, f, indent=None, separators=(',', ':'))
print(f.getvalue(), f.seek(0), json.load(f))  # expect: {"k":[1,null]} 0 {'k': [1, None]}
print(json.dumps({(1,): 2, 1.5: 3, True: 4, None: 5}, skipkeys=True), json.dumps(float('nan')))  # expect: {"1.5": 3, "true": 4, "null": 5} NaN
try:
    json.JSONDecoder().raw_decode(' 1')
except json.JSONDecodeError as e:
    print(e)  # expect: Expecting value: line 1 column 1 (char 0)
