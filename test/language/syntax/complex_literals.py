# Complex literals: alone, with a real part, with signs, in patterns and f-strings.
print(1j, 1+2j, -2j, 3-1j, (1+2j)*(2-1j), 1.5+0j, abs(3+4j), -0.0+1j, 2j**2, [1j, 2+1j], {1j: 2}[1j], 1-0j, -(1+2j), 1e3j, 2*1j, 1j+1)  # expect: 1j (1+2j) (-0-2j) (3-1j) (4+3j) (1.5+0j) 5.0 1j (-4+0j) [1j, (2+1j)] 2 (1+0j) (-1-2j) 1000j 2j (1+1j)
match 1+2j:
    case 1+2j: print("eq")  # expect: eq
match 0j:
    case 0: print("zero")  # expect: zero
x = 5
print(x + 1j, 10**400 if x == 4 else 1, complex(1, 2).real, (1j).imag, isinstance(1j, complex), type(1j).__name__)  # expect: (5+1j) 1 1.0 1.0 True complex
print(f"{1+2j} {1j:.2f} {1j!r}", 1j == 1j, 1j != 0, bool(0j), 1j.conjugate())  # expect: (1+2j) 0.00+1.00j 1j True True False -1j
