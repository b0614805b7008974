package dev.crosstrust.ui.routes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/**
 * The tabs of a run: those of a call while one is looked at, the check where the other side makes
 * one, and what the route needs always. Who comes back to a call finds the tab last looked at.
 */
final class CallTabs {
  private final TabPane tabs;
  private final Tab check;
  private final Tab always;
  private final List<Tab> ofTheCall;
  private @Nullable Tab last;
  private boolean arranging;

  CallTabs(TabPane tabs, Tab check, Tab always) {
    this.tabs = tabs;
    this.check = check;
    this.always = always;
    ofTheCall =
        tabs.getTabs().stream().filter(tab -> !tab.equals(check) && !tab.equals(always)).toList();
    tabs.getSelectionModel().selectedItemProperty().subscribe((_, now) -> selected(now));
  }

  /**
   * Shows those that are wanted.
   *
   * @param call whether a call is looked at
   * @param checked whether there is a check to look at
   */
  void show(boolean call, boolean checked) {
    List<Tab> wanted = new ArrayList<>();
    if (checked) {
      wanted.add(check);
    }
    if (call) {
      wanted.addAll(ofTheCall);
    }
    wanted.add(always);
    if (!tabs.getTabs().equals(wanted)) {
      arrange(wanted);
    }
  }

  private void arrange(List<Tab> wanted) {
    arranging = true;
    boolean stays =
        tabs.getTabs().size() > 1 && always.equals(tabs.getSelectionModel().getSelectedItem());
    tabs.getTabs().removeIf(tab -> !wanted.contains(tab));
    for (int i = 0; i < wanted.size(); i++) {
      if (!tabs.getTabs().contains(wanted.get(i))) {
        tabs.getTabs().add(i, wanted.get(i));
      }
    }
    Tab before = last;
    if (stays) {
      tabs.getSelectionModel().select(always);
    } else {
      tabs.getSelectionModel()
          .select(before != null && wanted.contains(before) ? before : wanted.getFirst());
    }
    arranging = false;
  }

  private void selected(@Nullable Tab tab) {
    if (!arranging && tab != null && !tab.equals(always)) {
      last = tab;
    }
  }
}
