# enum: Flag and IntFlag
from enum import CONFORM, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(list(Perm), Perm.R | Perm.X, Perm.RW, Perm.R | Perm.W is Perm.RW, Perm.RW & Perm.W, Perm.RW ^ Perm.R, ~Perm.R, Perm(0), bool(Perm(0)), bool(Perm.R))
print(Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), len(Perm.RW), repr(Perm.R | Perm.X), str(Perm.R | Perm.X), Perm(7), (Perm.R | Perm.X) is (Perm.X | Perm.R), (Perm.R | Perm.X).name, Perm(5).value, Perm(0).name, len(Perm), Perm['RW'])
for bad in (lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R, lambda: Perm('a'), lambda: Perm(-20)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Bits(IntFlag):
    A = 1
    B = 2
    C = 8


print(Bits.A | Bits.B, repr(Bits.A | Bits.C), Bits.A | 4, repr(Bits(20)), repr(~Bits.A), Bits.A + 1, repr(Bits.A & 3), repr(1 | Bits.B), Bits(0), repr(Bits(0)), f'{Bits.C:04b}', Bits.A == 1, list(Bits(11)), repr(Bits.A ^ Bits.B), Bits.A in Bits(3), repr(Bits(-1)))


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 4


print(Loose(7), Loose(2), list(Loose))
