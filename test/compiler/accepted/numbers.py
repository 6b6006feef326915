a = [0, 00, 0_0, 1, 1_000_000, 0x1F, 0Xdead_beef, 0o17, 0O7_7, 0b101, 0B1_0, 0x_f]
b = [1., .5, 1.5, 1e10, 1E-5, 1.e+3, .5e1, 1_0.0_1, 1e1_0, 09.5, 0777e1, 1e400, 4.9e-324, 0.1]
c = [123456789012345678901234567890, 0xffffffffffffffffffffffff]
d = [1j, 1.5J, 0j, 09j, 1e3j, .5j]
e = 1if x else 2
f = 0xfor x
g = 1 .real + 1..real
h = [1for x in y]
