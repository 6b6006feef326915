# logging and statistics
import logging
import statistics as st


class Lines:
    def write(self, text):
        print('>', text, end='')


logging.basicConfig(stream=Lines(), level=logging.INFO)
logging.debug('hidden')
logging.info('shown %d', 5)
logging.warning('%s and %s', 'a', 'b')
logging.error('%(x)s', {'x': 1})
log = logging.getLogger('app.net')
log.info('hello')
log.setLevel('ERROR')
log.warning('no')
log.critical('yes %r', 'q')
print(log.level, log.isEnabledFor(logging.ERROR), log.getEffectiveLevel(), logging.getLogger('app').getEffectiveLevel(), logging.getLogger('app.net') is log, log.parent.name, logging.getLogger().name, logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(35))
app = logging.getLogger('app')
handler = logging.StreamHandler(Lines())
handler.setFormatter(logging.Formatter('[{levelname}] {message}', style='{'))
handler.setLevel(logging.ERROR)
app.addHandler(handler)
app.propagate = False
app.error('own')
app.info('below')
app.getChild('ui').error('child')
app.addFilter(lambda record: 'secret' not in record.getMessage())
app.error('secret thing')


class Collect(logging.Handler):
    def emit(self, record):
        print('collected', record.levelname, self.format(record))


app.addHandler(Collect())
app.removeHandler(handler)
app.log(45, 'odd', extra={'k': 1})
try:
    log.setLevel('LOUD')
except ValueError as error:
    print(error)

print(st.mean([1, 2, 3, 4]), st.mean([1, 2, 3]), st.mean([0.1] * 3), st.fmean([1, 2]), st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]))
print(st.mode('aabbb'), st.multimode('aabb'), st.pvariance([1, 2, 3, 4]), st.variance([2, 4, 9]), st.stdev([2, 4, 4, 6]), st.pstdev([1, 5]), st.quantiles([1, 2, 3, 4, 5]), st.quantiles([1, 5, 9], n=2, method='inclusive'), st.harmonic_mean([40, 60]), round(st.geometric_mean([2, 8]), 9))
print(st.covariance([1, 2, 3], [2, 4, 7]), round(st.correlation([1, 2, 3], [2, 4, 7]), 9), st.linear_regression([1, 2, 3], [3, 5, 7]).slope, st.linear_regression([1, 2, 3], [3, 5, 7]))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.median([]), lambda: st.mode([])):
    try:
        bad()
    except st.StatisticsError as error:
        print(error)
# expect: > INFO:root:shown 5
# expect: > WARNING:root:a and b
# expect: > ERROR:root:1
# expect: > INFO:app.net:hello
# expect: > CRITICAL:app.net:yes 'q'
# expect: 40 True 40 20 True app root WARNING 20 Level 35
# expect: > [ERROR] own
# expect: > [ERROR] child
# expect: collected Level 45 odd
# expect: Unknown level: 'LOUD'
# expect: 2.5 2 0.1 1.5 2 2.5 2 3
# expect: b ['a', 'b'] 1.25 13 1.632993161855452 2.0 [1.5, 3.0, 4.5] [5.0] 48.0 4.0
# expect: 2.5 0.993399268 2.0 LinearRegression(slope=2.0, intercept=1.0)
# expect: mean requires at least one data point
# expect: stdev requires at least two data points
# expect: no median for empty data
# expect: no mode for empty data
