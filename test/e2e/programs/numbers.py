# Big integers and floats: state in the middle of long arithmetic.
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def digits(limit):
    """Digits of pi by Gibbons' spigot."""
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    found = []
    while len(found) < limit:
        if 4 * q + r - t < m * t:
            found.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return found


for n in range(5, 40, 7):
    print(n, factorial(n), factorial(n) % 1000003, -factorial(n) >> n)
print("".join(str(d) for d in digits(30)))
total = 0.0
for i in range(1, 200):
    total += 1.0 / i**2
print(total, (total * 6) ** 0.5, 2**0.5, 10**20 / 3)
