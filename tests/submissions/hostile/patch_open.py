# attack: Replaces open, so that whoever writes results writes the attacker's.
# exercise: mse
# expect: failed|error
# at most: 4
# control: results-file; full marks
import builtins
import io

real = open


class Better(io.StringIO):
    def close(self):
        with real("naive-results.json", "w") as file:
            file.write('{"points": 5}')
        super().close()


builtins.open = lambda path, mode="r", *args, **options: Better() if "w" in mode else real(path, mode, *args, **options)


def mse(y_true, y_pred):
    return 0.0
