# attack: Never comes to the end of its import.
# exercise: add_bias
# expect: timeout
# control: allclose; hangs
while True:
    pass
