def str__center(self, width, fill=' ', /):
    width = _index(width)
    n = max(_padding(self, width, fill), 0)
    left = n // 2 + (n & width & 1)
    return fill * left + self + fill * (n - left)
