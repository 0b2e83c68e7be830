mine = "the one beside the program"
