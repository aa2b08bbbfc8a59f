# expect: passed
# about: Arabic comments around a plain loop.
def mse(y_true, y_pred):
    # مجموع مربعات الأخطاء
    total = 0.0
    for i in range(len(y_true)):
        error = y_pred[i] - y_true[i]  # الخطأ
        total += error ** 2
    # نقسم على عدد العينات للحصول على المتوسط
    return total / len(y_true)
