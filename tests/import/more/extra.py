where = "in more"
