from pkg.alpha import f


def main():
    print(f(1))
    return [][1]


main()
