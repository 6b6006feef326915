if x:
  if y:
          z
  w
x = (1 +

# comment inside

     2)
y = 1 + \
    2
if a and \
   b:
    pass
def f():
    x = [
1, 2,
  3]
# dedented comment
    return x

    # indented comment
class A:

    def f(self):
        pass

    # comment before dedent
    def g(self): pass
if 1:
    pass
