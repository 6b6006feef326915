# heapq and bisect
import bisect
import heapq

heap = []
for x in (5, 1, 8, 3, 9, 2):
    heapq.heappush(heap, x)
print(heap, heap[0])  # expect: [1, 3, 2, 5, 9, 8] 1
print([heapq.heappop(heap) for _ in range(6)])  # expect: [1, 2, 3, 5, 8, 9]
data = [7, 2, 9, 4, 1, 1]
heapq.heapify(data)
print(data, heapq.heapreplace(data, 5), heapq.heappushpop(data, 0), heapq.heappushpop(data, 6), data)  # expect: [2, 4, 7, 6, 5, 9] 1 0 1 [2, 4, 7, 6, 5, 9]
try:
    heapq.heappop([])
except IndexError:
    print('IndexError')  # expect: IndexError
try:
    heapq.heapreplace([], 1)
except IndexError:
    print('IndexError')  # expect: IndexError
print(list(heapq.merge([1, 4, 7], [2, 4], [], [0, 9])), list(heapq.merge([7, 1], [5, 3], reverse=True)))  # expect: [0, 1, 2, 4, 4, 7, 9] [7, 5, 3, 1]
print(list(heapq.merge(['a', 'BB'], ['C', 'dd'], key=len)), list(heapq.merge('cB', 'Ca', key=str.lower, reverse=True)))  # expect: ['a', 'C', 'BB', 'dd'] ['c', 'C', 'B', 'a']
words = ['pear', 'fig', 'apple', 'kiwi', 'date']
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(3, words, key=len), heapq.nlargest(9, [3, 1, 2]), heapq.nsmallest(0, [1]), heapq.nsmallest(-1, [1]), heapq.nlargest(2, []))  # expect: ['apple', 'pear'] ['fig', 'pear', 'kiwi'] [3, 2, 1] [] [] []

a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect_left(a, 0), bisect.bisect(a, 3, 0, 2))  # expect: 3 1 4 0 2
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, bisect.bisect(words, 4, key=len))  # expect: [1, 3, 3, 3, 4, 5] 2
rows = [(1, 'a'), (3, 'b')]
bisect.insort(rows, (2, 'c'), key=lambda row: row[0])
print(rows)  # expect: [(1, 'a'), (2, 'c'), (3, 'b')]
try:
    bisect.bisect(a, 1, -1)
except ValueError as error:
    print(error)  # expect: lo must be non-negative
