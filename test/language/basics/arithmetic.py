# Small integers, their overflow into big ones, floats and precedence.
print(1 + 2 * 3)  # expect: 7
print((1 << 30) - 1 + (1 << 30))  # expect: 2147483647
print(2**100)  # expect: 1267650600228229401496703205376
print(7 // -2, 7 % -2, -7 // 2, -7 % 2)  # expect: -4 -1 -4 1
print(0.1 + 0.2, 1e16, 1e-5, 3.0)  # expect: 0.30000000000000004 1e+16 1e-05 3.0
print(10 / 4, 10 // 4.0)  # expect: 2.5 2.0
print(~5, 6 & 3, 6 | 3, 6 ^ 3)  # expect: -6 2 7 5
