import ContinuingEdCore

print("cecredit")
