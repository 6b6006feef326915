# random: other distributions
import random

random.seed('any text')
values = [random.gauss(10, 2) for _ in range(8)]
print(0 < min(values), max(values) < 20, min(values) < max(values))  # expect: True True True
print(0 <= random.triangular() <= 1, 2 <= random.triangular(2, 4, 3) <= 4, random.expovariate(1.5) >= 0, random.normalvariate() != random.normalvariate())  # expect: True True True True
one, other = random.Random(7), random.Random(7)
print([one.random() for _ in range(3)] == [other.random() for _ in range(3)], one.choice([1]), one.sample([4], 1))  # expect: True 1 [4]
