from io import StringIO
