import circ_a
def fb(): return "fb " + circ_a.fa()
