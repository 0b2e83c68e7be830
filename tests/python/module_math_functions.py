"""math, to the last digit."""
import math

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(math.sqrt(2), math.ceil(1.2), math.floor(-1.2), math.trunc(-1.7), math.fabs(-2), math.factorial(10), math.gcd(12, 18))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(-1, -1))
print(math.sinh(1), math.cosh(1), math.tanh(0.5), math.asinh(1), math.acosh(2), math.atanh(0.5), math.hypot(3, 4))
print(math.degrees(math.pi), math.radians(180), math.pow(2, 0.5), math.fmod(-7, 3), math.modf(3.75), math.frexp(8.0), math.ldexp(0.5, 4))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.copysign(3, -0.0), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.erf(0.5), math.erfc(0.5), math.gamma(5), math.comb(5, 2) if hasattr(math, 'comb') else 10, math.isqrt(17) if hasattr(math, 'isqrt') else 4)
print(math.ceil(10 ** 6 / 7), math.floor(2.5), round(2.5), round(3.5), math.prod([1, 2, 3]) if hasattr(math, 'prod') else 6)
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.acos(2), lambda: math.sqrt('x')):
    try:
        bad()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
