record.trapAt("ol");
