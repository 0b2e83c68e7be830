import math
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(5), math.ceil(True), math.fabs(-3))
print(math.pow(2, 0.5), math.fmod(-7, 3), math.hypot(3, 4), math.copysign(3, -0.0), math.degrees(math.pi), math.radians(180))
print(math.factorial(5), math.factorial(20), math.gcd(12, 18), math.gcd(0, -4), math.isqrt(17), math.comb(5, 2), math.perm(5, 2), math.perm(4), math.prod([1, 2, 3]), math.prod([2], start=5))
print(math.frexp(8), math.ldexp(0.5, 4), math.modf(3.25), math.modf(-3.5), math.isnan(math.nan), math.isinf(1), math.isfinite(1), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.erf(0.5), math.erfc(0.5), math.gamma(5))
print(math.exp(-1e9), math.sqrt(0), math.log(1e300), math.ceil(1e15 + 0.5), math.floor(-0.0))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.factorial(-1),
          lambda: math.sqrt('a'), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.pow(-8, 1 / 3), lambda: math.pow(0, -1),
          lambda: math.pow(10, 400), lambda: math.fmod(1, 0), lambda: math.gcd(1.5, 2), lambda: math.nothing, lambda: math.log(2, 1), lambda: math.isqrt(-1), lambda: math.cosh(1000), lambda: math.lgamma(0)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
