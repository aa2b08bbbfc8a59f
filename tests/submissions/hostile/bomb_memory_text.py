# attack: Doubles a text until it fills the memory.
# exercise: gradient_step
# expect: memory
# control: allclose; swells
text = "memory" * 1000
while True:
    text += text
