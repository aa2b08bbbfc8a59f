# expect: timeout
# about: Never comes to the blanks.
while True:
    pass
