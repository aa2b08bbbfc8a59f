"""Lays out a sample class from the corpus: forty learners, as a teacher would find them in a folder.

python -m tests.sample_class build/sample_class
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

CORPUS = Path(__file__).parent / "submissions"

# learner -> what they handed in: exercise/file of the corpus
CLASS = {
    "ada": "gradient_step/wrong_added_gradient_numpy mse/right_numpy_oneliner",
    "amir": "gradient_step/right_arabic",
    "anouk": "gradient_step/wrong_added_gradient_loop",
    "bela": "mse/wrong_rmse_loop",
    "chidi": "gradient_step/wrong_error_backwards_numpy mse/wrong_sum_numpy",
    "clara": "add_bias/wrong_bias_times_x_loop",
    "daniel": "gradient_step/right_double_flip",
    "dilnoza": "mse/right_statistics_fmean",
    "emil": "gradient_step/broken_missing_colon",
    "esther": "exploding_loss/wrong_blamed_code",
    "farid": "gradient_step/wrong_sum_grad_loop",
    "freya": "add_bias/wrong_sequence_loop",
    "giulia": "mse/wrong_outer_newaxis",
    "hana": "trace_step/wrong_error_backwards",
    "henrik": "gradient_step/wrong_pair_two_added_numpy",
    "ines": "mse/wrong_printed_loop",
    "ivan": "gradient_step/broken_infinite_loop",
    "jamila": "gradient_step/right_zip_loop add_bias/right_plain_loop",
    "jonas": "gradient_step/wrong_stale_loss_numpy",
    "kaito": "gradient_step/wrong_forgot_two_numpy",
    "kemi": "mse/wrong_sum_loop",
    "lena": "trace_step/right_plain",
    "lucas": "gradient_step/wrong_forgot_two_zip",
    "mai": "add_bias/wrong_bias_frozen_loop trace_step/wrong_stale_loss",
    "mateo": "exploding_loss/wrong_still_too_large",
    "mei": "mse/right_comments_chinese",
    "nadia": "gradient_step/wrong_hard_coded_constants",
    "noah": "add_bias/wrong_bias_times_x_numpy",
    "olga": "gradient_step/wrong_triple_two_sum_added",
    "omar": "mse/wrong_abs_numpy",
    "paula": "gradient_step/broken_misspelled_name mse/wrong_sum_dot",
    "quentin": "gradient_step/wrong_clipped_gradient",
    "rosa": "exploding_loss/right_tenth",
    "samir": "mse/wrong_changes_input_asarray",
    "sofia": "gradient_step/wrong_added_gradient_minus_minus",
    "tariq": "trace_step/wrong_forgot_lr",
    "uma": "gradient_step/wrong_order_reversed",
    "viktor": "add_bias/wrong_loss_after_update",
    "wanda": "gradient_step/right_central_difference",
    "yusuf": "mse/wrong_no_return_numpy",
}


def lay_out(folder: Path) -> int:
    """Write every submission as <folder>/<learner>/<exercise>.py; the number of files written."""
    shutil.rmtree(folder, ignore_errors=True)
    count = 0
    for learner, handed_in in CLASS.items():
        for name in handed_in.split():
            exercise = name.split("/")[0]
            target = folder / learner / f"{exercise}.py"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_as_handed_in(CORPUS / f"{name}.py"))
            count += 1
    return count


def _as_handed_in(path: Path) -> bytes:
    """The submission without the two lines that say what to expect of it."""
    lines = path.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.lstrip(b"\xef\xbb\xbf").startswith((b"# expect:", b"# about:")))


if __name__ == "__main__":
    written = lay_out(Path(sys.argv[1]))
    print(f"{written} submissions of {len(CLASS)} learners in {sys.argv[1]}")
