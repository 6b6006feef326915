# f-strings: every conversion, specs, nesting, quotes, the = form, expressions of all kinds.
x, name, pi = 42, "Ann", 3.14159
print(f"{x} {name} {pi}", f"{x!r} {name!r} {name!s} {'é'!a}", f"{{}} {{x}} {x}}}", f"", f"plain")
print(f"{x:5}|{x:<5}|{x:^5}|{x:>5}|{x:05}|{x:+}|{x: }|{x:x}|{x:#x}|{x:b}|{x:o}|{x:e}|{x:,}|{x:_}|{x:c}|{x:%}|{x:n}")
print(f"{name:5}|{name:>5}|{name:^5}|{name:*^7}|{name:.2}|{name:5.1}|{name!r:>8}")
print(f"{pi:.2f}|{pi:8.3f}|{pi:<8.1f}|{pi:e}|{pi:.0f}|{pi:g}|{pi:+.1f}|{pi:08.2f}|{pi:%}|{pi:.3}|{pi}")
w, p = 8, 3
print(f"{pi:{w}.{p}f}|{name:{'>'}{w}}|{x:{'0'}{w}}|{x:{'#'}{'x'}}")
print(f"{x=} {x = } {name=} {x=:5} {name=!s} {x + 1=} {pi=:.2f}")
print(f"{x + 1} {x * 2 if x > 5 else 0} {[i for i in range(3)]} {({'a': 1})['a']} {(lambda y: y + 1)(x)} {len(name)} {name.upper()} {name[0]} {x!r}")
print(f"{'nested ' + f'{x}'}")
print(f'{"a" if x else "b"}', f"{'a' 'b'}", f"""{
    x
}""", f'''multi
{x}
line''')
print("a" f"{x}" "b" f"{name}", rf"\n{x}\t", fr"{x}\d", f"\n".strip() + f"\t{x}\x41", f"\u00e9{x}")
print(f"{x:}" == "42", f"{'':5}|", f"{None} {True} {[]} {()} { {1: 2} }", f"{x,}", f"{1, 2}", f"{(y := 5)} {y}")
print(f"{-5:5}|{-5:05}|{-5:<5}|{-5:=5}|{-5:x}|{-5:,}", f"{1234567:,} {1234567.891:,.2f} {0:,}", f"{255:08b} {255:#010x}")
print(f"{1e10} {1e16} {1e-5} {0.1} {1.0} {1e100} {float('inf')} {float('nan')} {-0.0} {123456789.123456789}")
print(f"{True:d} {True} {True:5} {False:>6}", f"{10**20:,} {10**20} {10**20:x} {2**70:e}")


class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


f = F()
print(f"{f} {f:abc} {f!s} {f!r} {f!r:>6} {f=} {f:{x}}")
print(f"{'{'} {'}'} {'{}'} {'a{b}c'}", f"{{{x}}}", f"{{{{{x}}}}}")
d = {"k": "v", 1: [1, 2]}
print(f"{d['k']} {d[1][0]} {d}", f"{d['k']:>3}{d['k']:<3}|")
print(f"{x!r:^{w}}|{x:{w}}|{x:^{w}}|{name!s:{w}}|")
print(f"{3.0:.1f} {2.5:.0f} {3.5:.0f} {0.5:.0f} {1.005:.2f} {1e21:.0f} {1e-7:.3g} {123456.0:g} {1234567.0:g} {0.0001:g} {0.00001:g}")
print("%s %r %d %5d %-5d| %05d %x %X %o %e %.2f %g %c %c %% %s" % ("a", "b", 1, 2, 3, 4, 255, 255, 8, 1.5, 2.345, 1e-5, "x", 65, None))
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}, "%s" % (1,), "%s" % [1], "%s %s" % (1, (2,)), "%5s|%-5s|%.1s" % ("ab", "ab", "ab"), "%+d % d %+.1f" % (1, 1, 1.0), "%*d|%-*d|%.*f" % (5, 1, 5, 1, 2, 1.0), "%i %u" % (3.9, 4), "%#x %#o" % (255, 8))
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{0[1]} {1[k]} {2.__class__.__name__}".format([1, 2], {"k": 3}, f), "{:>5}|{:<5}|{:^5}".format(1, 2, 3), "{!r} {!s}".format("a", "b"), "{:{}}".format("x", 5), "{:{w}.{p}}".format("abcdef", w=6, p=2), "{{}}".format(), "{0}{0}".format("x"))
print(format(5, "3"), format("a", ">3"), format(1.5, ".2f"), format(True), format(None), format(255, "x"), format([1]), format(12345.678, ",.1f"))
# expect: 42 Ann 3.14159 42 'Ann' Ann '\xe9' {} {x} 42}  plain
# expect-json: "   42|42   | 42  |   42|00042|+42| 42|2a|0x2a|101010|52|4.200000e+01|42|42|*|4200.000000%|42"
# expect: Ann  |  Ann| Ann |**Ann**|An|A    |   'Ann'
# expect: 3.14|   3.142|3.1     |3.141590e+00|3|3.14159|+3.1|00003.14|314.159000%|3.14|3.14159
# expect-json: "   3.142|     Ann|00000042|0x2a"
# expect: x=42 x = 42 name='Ann' x=   42 name=Ann x + 1=43 pi=3.14
# expect: 43 84 [0, 1, 2] 1 43 3 ANN A 42
# expect: nested 42
# expect: a ab 42 multi
# expect: 42
# expect: line
# expect-json: "a42bAnn \\n42\\t 42\\d \t42A é42"
# expect: True      | None True [] () {1: 2} (42,) (1, 2) 5 5
# expect-json: "   -5|-0005|-5   |-   5|-5|-5 1,234,567 1,234,567.89 0 11111111 0x000000ff"
# expect: 10000000000.0 1e+16 1e-05 0.1 1.0 1e+100 inf nan -0.0 123456789.12345679
# expect: 1 True     1      0 100,000,000,000,000,000,000 100000000000000000000 56bc75e2d63100000 1.180592e+21
# expect: <> <abc> str repr   repr f=repr <42>
# expect: { } {} a{b}c {42} {{42}}
# expect: v 1 {'k': 'v', 1: [1, 2]}   vv  |
# expect-json: "   42   |      42|   42   |Ann     |"
# expect: 3.0 2 4 0 1.00 1000000000000000000000 1e-07 123456 1.23457e+06 0.0001 1e-05
# expect: a 'b' 1     2 3    | 00004 ff FF 10 1.500000e+00 2.35 1e-05 x A % None
# expect: 1 002.2 1 [1] 1 (2,)    ab|ab   |a +1  1 +1.0     1|1    |1.00 3 4 0xff 0o10
# expect: 1 2 2 1 1 2 2 3 F     1|2    |  3   'a' b x     ab     {} xx
# expect-json: "  5   a 1.50 True None ff [1] 12,345.7"
