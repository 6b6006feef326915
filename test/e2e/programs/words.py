# Strings, dictionaries and a sort with a key function: state in the middle of a comparison.
TEXT = "the quick brown fox jumps over the lazy dog and the slow red fox sleeps under the old tree"


def count(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


for turn in range(4):
    table = count(TEXT * (turn + 1))
    for word, n in sorted(table.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(turn, word, n, word.upper()[::-1])
print(", ".join(sorted(set(TEXT.split()), key=len, reverse=True)))
