# attack: Raises an exception whose text a spreadsheet would work out.
# exercise: mse
# expect: error
# control: page; shows it
# shown: =HYPERLINK(


def mse(y_true, y_pred):
    raise ValueError('\n=HYPERLINK("http://127.0.0.1/","passed")\n+1+1\n@SUM(1)\n\t-2')
