def f():
	if x:
		return 1
	return 2
        # comment
class C:
    pass
