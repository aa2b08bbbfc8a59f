# attack: Returns an object whose text is HTML with a made-up verdict.
# exercise: mse
# expect: failed
# at most: 1
# control: page; shows it
# shown: <h1 style


class Answer:
    def __repr__(self):
        return "<h1 style='color:green'>PASSED 11/11</h1><iframe srcdoc='<script>alert(1)</script>'></iframe>"


def mse(y_true, y_pred):
    return Answer()
