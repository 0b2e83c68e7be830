# The module math: values, edges and errors of its functions.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
for x in (0.0, 0.5, 1.0, -1.0, 2.0, 10.0, 0.1, 1e-10):
    print(x, math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.sinh(x), math.cosh(x), math.tanh(x), math.asinh(x))
    print(' ', math.exp(x), math.expm1(x), math.erf(x), math.erfc(x), math.fabs(x), math.degrees(x), math.radians(x), math.exp2(x), math.cbrt(x))
for x in (0.5, 1.0, 2.0, 10.0, 100.0, 1e-10, 1e300, 1024):
    print(x, math.sqrt(x), math.log(x), math.log2(x), math.log10(x), math.log1p(x), math.log(x, 3), math.gamma(x) if x < 100 else '', math.lgamma(x))
print(math.asin(1), math.acos(0.5), math.acosh(1.5), math.atanh(0.5), math.atan2(1, -1), math.atan2(-0.0, -1), math.atan2(0, 0), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot())
print(math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(2, -1), math.pow(1, math.inf), math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 4), math.remainder(-7, 2), math.copysign(3, -0.0))
print(math.frexp(8), math.frexp(0.1), math.ldexp(0.5, 4), math.ldexp(1, -1074), math.modf(3.75), math.modf(-2.5), math.trunc(-2.7), math.floor(-2.5), math.ceil(-2.5), math.ulp(1.0), math.nextafter(1, 2), math.nextafter(0, -1))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.lcm(4, 6), math.lcm(0, 3), math.factorial(10), math.comb(5, 2), math.comb(2, 5), math.perm(5, 2), math.perm(4), math.isqrt(17), math.isqrt(10 ** 30))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308))
print(math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2.5, 2], start=3), math.dist((0, 0), (3, 4)), math.dist([1, 2, 3], [4, 5, 6]))
bad = [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.log(2, 1), lambda: math.log(2, 0), lambda: math.log2(0), lambda: math.log10(-5), lambda: math.log1p(-1), lambda: math.acos(2), lambda: math.asin(-1.5),
       lambda: math.atanh(1), lambda: math.acosh(0.5), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.pow(10, 400), lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.gamma(0),
       lambda: math.gamma(-1), lambda: math.gamma(200), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.ldexp(1, 2000), lambda: math.sin(math.inf), lambda: math.sinh(1000), lambda: math.lgamma(-2),
       lambda: math.sqrt('a'), lambda: math.floor(None), lambda: math.gcd(1.5, 2), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.hypot('a'), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.fsum([1, 'a']), lambda: math.dist((1,), (1, 2)), lambda: math.remainder(1, 0)]
for f in bad:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
print(math.exp(-1000), math.exp(-math.inf), math.tanh(1000), math.atan(math.inf), math.erf(10), math.sqrt(math.inf), math.log(math.inf), math.pow(math.nan, 0), math.hypot(math.inf, math.nan), math.sqrt(0.0), math.sqrt(-0.0))
for degrees in range(0, 360, 45):
    r = math.radians(degrees)
    print('%3d %6.3f %6.3f %8.3f' % (degrees, math.sin(r), math.cos(r), math.degrees(math.atan2(math.sin(r), math.cos(r)))))
