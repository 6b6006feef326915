print("light runs")


class Light:
    on = True
