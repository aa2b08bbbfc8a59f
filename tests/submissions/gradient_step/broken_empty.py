# expect: error; mistake: missing-function
# about: Hands in a file with nothing but a comment.

# sorry, I ran out of time
