from . import ask

print("switch runs")


class Switch:
    light = ask("Light")
