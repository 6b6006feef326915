# random: what holds for any generator
import random


def error(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


random.seed(5)
values = [random.random() for _ in range(40)]
print(0 <= min(values) < 0.25, 0.75 < max(values) < 1, len(set(values)))
random.seed(5)
print(values[:3] == [random.random() for _ in range(3)])
print(sorted(set([random.randrange(3) for _ in range(30)])), sorted(set([random.randint(1, 3) for _ in range(30)])), random.randrange(5, 6), random.randrange(10, 0, -20))
print(random.getrandbits(0), random.getrandbits(70) < 2 ** 70, len(random.randbytes(5)), random.choice('aaa'), 2 <= random.uniform(2, 3) <= 3)
cards = list(range(9))
random.shuffle(cards)
print(sorted(cards), cards != list(range(9)), sorted(random.sample(range(6), 6)), random.choices('ab', weights=[0, 1], k=3), len(random.choices([1, 2], k=4)))
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random())
error(random.choice, [])
error(random.randrange, 0)
error(random.randrange, 3, 3)
error(random.sample, [1], 2)
error(random.choices, [1], [1], cum_weights=[1])
error(random.getrandbits, -1)
# expect: True True 40
# expect: True
# expect: [0, 1, 2] [1, 2, 3] 5 10
# expect: 0 True 5 a True
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8] True [0, 1, 2, 3, 4, 5] ['b', 'b', 'b'] 4
# expect: True
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError empty range for randrange()
# expect: ValueError empty range for randrange() (3, 3, 0)
# expect: ValueError Sample larger than population or is negative
# expect: TypeError Cannot specify both weights and cumulative weights
# expect: ValueError number of bits must be non-negative
