"""Slices of text whose characters have several lengths, with steps and steps beyond all."""
s = "äbc€dé𝄞" * 2
print(s[::2], s[::-1], s[-2:2:-3], s[1:9:3])  # expect: äcd𝄞b€é 𝄞éd€cbä𝄞éd€cbä éc𝄞€ bdä
print(s[::100], s[:: 10**20], s[:: -(10**20)], s[5:5:2] == "")  # expect: ä ä 𝄞 True
items = list(range(5))
items[:: 10**20] = ["first"]
print(items)  # expect: ['first', 1, 2, 3, 4]
del items[:: -(10**20)]
print(items)  # expect: ['first', 1, 2, 3]

# White space at the side where nothing is split off.
blank = "  a b\t c  "
print(blank.split(None, 1), blank.rsplit(None, 1), blank.rsplit())  # expect: ['a', 'b\t c  '] ['  a b', 'c'] ['a', 'b', 'c']
print("   ".split(None, 0), "   ".rsplit(None, 0), " x y ".split(None, 0), " x y ".rsplit(None, 0))  # expect: [] [] ['x y '] [' x y']
print((" " * 1000 + "a b " * 200).rsplit() == ["a", "b"] * 200)  # expect: True
