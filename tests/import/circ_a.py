import circ_b
def fa(): return "fa"
