import ContinuingEdCore
print("cecredit")
