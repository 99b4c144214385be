record.trapAt("table");
