# enum: Flag and IntFlag
from enum import CONFORM, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(list(Perm), Perm.R | Perm.X, Perm.RW, Perm.R | Perm.W is Perm.RW, Perm.RW & Perm.W, Perm.RW ^ Perm.R, ~Perm.R, Perm(0), bool(Perm(0)), bool(Perm.R))  # expect: [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] Perm.R|X Perm.RW True Perm.W Perm.W Perm.W|X Perm(0) False True
print(Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), len(Perm.RW), repr(Perm.R | Perm.X), str(Perm.R | Perm.X), Perm(7), (Perm.R | Perm.X) is (Perm.X | Perm.R), (Perm.R | Perm.X).name, Perm(5).value, Perm(0).name, len(Perm), Perm['RW'])  # expect: True False [<Perm.R: 1>, <Perm.W: 2>] 2 <Perm.R|X: 5> Perm.R|X Perm.R|W|X True R|X 5 None 3 Perm.RW
for bad in (lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R, lambda: Perm('a'), lambda: Perm(-20)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)  # expect: ValueError <flag 'Perm'> invalid value 8
# expect-json: "    given 0b0 1000"
# expect-json: "  allowed 0b0 0111"
# expect: TypeError unsupported operand type(s) for |: 'Perm' and 'int'
# expect: TypeError unsupported operand type(s) for 'in': 'int' and 'Perm'
# expect: ValueError 'a' is not a valid Perm
# expect: ValueError <flag 'Perm'> invalid value -20
# expect-json: "    given 0b1 01100"
# expect-json: "  allowed 0b0 00111"


class Bits(IntFlag):
    A = 1
    B = 2
    C = 8


print(Bits.A | Bits.B, repr(Bits.A | Bits.C), Bits.A | 4, repr(Bits(20)), repr(~Bits.A), Bits.A + 1, repr(Bits.A & 3), repr(1 | Bits.B), Bits(0), repr(Bits(0)), f'{Bits.C:04b}', Bits.A == 1, list(Bits(11)), repr(Bits.A ^ Bits.B), Bits.A in Bits(3), repr(Bits(-1)))  # expect: 3 <Bits.A|C: 9> 5 <Bits: 20> <Bits.B|C|4: 14> 2 <Bits.A: 1> <Bits.A|B: 3> 0 <Bits: 0> 1000 True [<Bits.A: 1>, <Bits.B: 2>, <Bits.C: 8>] <Bits.A|B: 3> True <Bits.A|B|C|4: 15>


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 4


print(Loose(7), Loose(2), list(Loose))  # expect: Loose.A|B Loose(0) [<Loose.A: 1>, <Loose.B: 4>]
