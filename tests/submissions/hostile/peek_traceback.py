# attack: Raises an exception, catches it and goes up from its traceback to the expected value.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks


def mse(y_true, y_pred):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
    while frame is not None:
        if isinstance(frame.f_locals.get("want"), float):
            return frame.f_locals["want"]
        frame = frame.f_back
    return 0.0
