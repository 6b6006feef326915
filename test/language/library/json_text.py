import json
from json import JSONDecodeError, loads

print(loads(' {"name": "thermostat", "limits": [18, 21.5, -1e-3], "on": true, "next": null} '))
print(loads('"\\u00e9\\ud83d\\ude00 \\"\\\\\\/\\b\\f\\n\\r\\t"') == 'é😀 "\\/\b\f\n\r\t')
print(loads('[NaN, Infinity, -Infinity, -0, -0.0, 123456789012345678901234567890]'))
deep = loads('[' * 60 + ']' * 60)
depth = 0
while deep:
    deep = deep[0]
    depth += 1
print(depth)
for text in ('', '[1,', '{"a" 1}', '{"a": 1,}', '[1 2]', '"open', '"\\x"', 'tru', '{"é": [1],\n  "b": ?}', '[] []'):
    try:
        loads(text)
    except JSONDecodeError as e:
        print(e.msg, '|', e.pos, e.lineno, e.colno)

class Reading:
    def __init__(self, sensor, value):
        self.sensor = sensor
        self.value = value

def encode(x):
    if isinstance(x, Reading):
        return {'sensor': x.sensor, 'value': x.value}
    raise TypeError('no reading: ' + repr(x))

data = {'b': [1, 2.5, None, True], 'a': {'é': 'ü\n', 'empty': [[], {}]}, 3: Reading('t1', 21.25), None: (1, 2)}
text = json.dumps(data, default=encode)
print(text)
print(loads(text)['3'])
print(json.dumps(data['a'], ensure_ascii=False, sort_keys=True, separators=(',', ':')))
for line in json.dumps(data, indent=2, default=encode).split('\n'):
    print('|' + line)
for bad in ({1, 2}, {(1, 2): 3}, [Reading('x', {1})]):
    try:
        json.dumps(bad, default=encode)
    except TypeError as e:
        print(e)
loop = []
loop.append({'loop': loop})
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
total = 0
for i in range(20):
    record = loads(json.dumps({'i': i, 'square': i * i, 'name': 'n' * i}))
    total += record['square'] + len(record['name'])
print(total)
json.loads('{"a": oops}')
# expect: {'name': 'thermostat', 'limits': [18, 21.5, -0.001], 'on': True, 'next': None}
# expect: True
# expect: [nan, inf, -inf, 0, -0.0, 123456789012345678901234567890]
# expect: 59
# expect: Expecting value | 0 1 1
# expect: Expecting value | 3 1 4
# expect: Expecting ':' delimiter | 5 1 6
# expect: Expecting property name enclosed in double quotes | 8 1 9
# expect: Expecting ',' delimiter | 3 1 4
# expect: Unterminated string starting at | 0 1 1
# expect: Invalid \escape | 1 1 2
# expect: Expecting value | 0 1 1
# expect: Expecting value | 18 2 8
# expect: Extra data | 3 1 4
# expect: {"b": [1, 2.5, null, true], "a": {"\u00e9": "\u00fc\n", "empty": [[], {}]}, "3": {"sensor": "t1", "value": 21.25}, "null": [1, 2]}
# expect: {'sensor': 't1', 'value': 21.25}
# expect: {"empty":[[],{}],"é":"ü\n"}
# expect: |{
# expect: |  "b": [
# expect: |    1,
# expect: |    2.5,
# expect: |    null,
# expect: |    true
# expect: |  ],
# expect: |  "a": {
# expect: |    "\u00e9": "\u00fc\n",
# expect: |    "empty": [
# expect: |      [],
# expect: |      {}
# expect: |    ]
# expect: |  },
# expect: |  "3": {
# expect: |    "sensor": "t1",
# expect: |    "value": 21.25
# expect: |  },
# expect: |  "null": [
# expect: |    1,
# expect: |    2
# expect: |  ]
# expect: |}
# expect: no reading: {1, 2}
# expect: keys must be str, int, float, bool or None, not tuple
# expect: no reading: {1}
# expect: Circular reference detected
# expect: 2660
# expect-error: json.decoder.JSONDecodeError: Expecting value: line 1 column 7 (char 6)
